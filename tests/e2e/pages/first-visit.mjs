// The first visit: nothing is kept yet, and there are three ways to begin.
export class FirstVisit {
  constructor(page) {
    this.page = page;
    this.openTheSample = page.getByRole("button", { name: "Open the sample" });
    this.startANewWorkspace = page.getByRole("button", { name: "Start a new workspace" });
    this.importABundle = page.getByRole("button", { name: "Import a bundle" });
  }
}
