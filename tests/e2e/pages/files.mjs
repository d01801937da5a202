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
    this.preview = page.getByRole("region", { name: /^This bundle holds/ });
    this.refused = page.getByRole("alert").filter({ hasText: "cannot be brought in." });
    this.differences = this.preview.getByRole("list", { name: "Thing by thing" });
    this.broughtIn = page.getByRole("region", { name: "Brought in" });
    this.workspaces = page.getByRole("region", { name: "Workspaces in this browser" });
    this.yourName = page.getByLabel("Your name");
    this.yourCouncil = page.getByLabel("Your council");
  }

  /** Hands the work on; answers with Playwright's download. */
  async export() {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.exportABundle.click()]);
    return download;
  }

  /** Gives the file field a path, or a file made up of a name and its content. */
  async choose(file) {
    const made = typeof file === "string" ? file : { mimeType: "application/octet-stream", ...file, buffer: Buffer.from(file.buffer) };
    await this.bundleFile.setInputFiles(made);
  }

  /** Gives the file field several files at once. */
  async chooseSeveral(files) {
    await this.bundleFile.setInputFiles(files.map((file) => ({ mimeType: "application/octet-stream", ...file, buffer: Buffer.from(file.buffer) })));
  }

  /** A file that was brought in, by its name. */
  imported(name) {
    return this.broughtIn.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name }) });
  }

  /** Takes a file back, which is asked once. */
  async takeBack(name) {
    await this.imported(name).getByRole("button", { name: /^Take back/ }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  }

  /** A workspace of this browser, by its title. */
  workspace(title) {
    return this.workspaces.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name: title }) });
  }
}
