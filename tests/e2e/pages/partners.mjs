// Who takes part in what.
export class Partners {
  static fragment = "#/partners";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
  }

  link(name) {
    return this.main.getByRole("link", { name });
  }
}
