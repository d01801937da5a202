// The savings chart, the ways to group it, and the table of the same figures.
export class Savings {
  static fragment = "#/savings";

  constructor(page) {
    this.page = page;
    this.chart = page.getByRole("figure").first();
    this.table = page.getByRole("table").last();
    this.saveAsCsv = page.getByRole("button", { name: /CSV/ });
    this.saveAsSvg = page.getByRole("button", { name: /SVG/ });
    this.saveAsPng = page.getByRole("button", { name: /PNG/ });
  }

  /** One of the ways to look at the figures: "By" → "Partner". */
  async choose(group, way) {
    await this.page.getByRole("navigation", { name: group, exact: true }).getByRole("link", { name: way, exact: true }).click();
  }

  rows() {
    return this.table.getByRole("row");
  }
}
