// Where the programme stands, in sentences first.
export class Overview {
  static fragment = "#/";

  constructor(page) {
    this.page = page;
    this.savingsChart = page.getByRole("figure", { name: /savings/i });
    this.heatmap = page.getByRole("table", { name: /likelihood/i });
  }

  sentence(words) {
    return this.page.getByRole("main").getByText(words);
  }
}
