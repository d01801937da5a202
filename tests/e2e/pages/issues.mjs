// What has happened and needs somebody.
export class Issues {
  static fragment = "#/issues";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
  }

  link(name) {
    return this.main.getByRole("link", { name });
  }
}
