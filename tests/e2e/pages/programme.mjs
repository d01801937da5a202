// Aims, phases, milestones and funding.
export class Programme {
  static fragment = "#/programme";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
  }

  link(name) {
    return this.main.getByRole("link", { name });
  }
}
