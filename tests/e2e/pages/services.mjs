// The services by programme and stage, and a page for each.
export class Services {
  static fragment = "#/services";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
  }

  link(name) {
    return this.main.getByRole("link", { name });
  }
}
