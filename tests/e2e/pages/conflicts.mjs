// What people wrote apart from each other, and what was probably entered twice.
export class Conflicts {
  static fragment = "#/conflicts";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.nothing = this.main.getByText("There is nothing to settle.");
  }

  /** A conflict or a pair, by what its heading says. */
  one(name) {
    return this.main.getByRole("region", { name });
  }

  /** Says why, and chooses a value by a tap. */
  async choose(name, value, why) {
    const one = this.one(name);
    await one.getByLabel("Reason").fill(why);
    await one.getByRole("button", { name: value }).click();
  }
}
