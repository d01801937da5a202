// The workspaces in this browser, bundles in and out, storage, and who I am.
export class Files {
  static fragment = "#/files";

  constructor(page) {
    this.page = page;
    this.exportABundle = page.getByRole("button", { name: "Export a bundle" });
    this.importABundle = page.getByRole("button", { name: "Import a bundle" });
    this.bundleFile = page.getByLabel("Bundle file");
    this.bringIn = page.getByRole("button", { name: "Bring in" });
    this.cancel = page.getByRole("button", { name: "Cancel" });
    this.yourName = page.getByLabel("Your name");
    this.yourCouncil = page.getByLabel("Your council");
  }

  /** Hands the work on; answers with Playwright's download. */
  async export() {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.exportABundle.click()]);
    return download;
  }
}
