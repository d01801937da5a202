// Title, reading date, matrix and bands, order of partners.
export class Settings {
  static fragment = "#/settings";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
  }

  link(name) {
    return this.main.getByRole("link", { name });
  }
}
