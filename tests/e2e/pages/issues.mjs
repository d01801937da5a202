// What has happened and needs somebody.
export class Issues {
  static fragment = "#/issues";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.add = page.getByRole("button", { name: "Add an issue" });
    this.saveTheIssue = page.getByRole("button", { name: "Save the issue" });
    this.list = page.getByRole("table", { name: /issues?/ });
  }

  link(name) {
    return this.main.getByRole("link", { name });
  }
}
