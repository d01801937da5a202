// Version, licence, accessibility, how to keep it on the home screen.
export class About {
  static fragment = "#/about";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
  }

  link(name) {
    return this.main.getByRole("link", { name });
  }
}
