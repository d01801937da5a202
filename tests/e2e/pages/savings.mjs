// The savings chart, the ways to group it, and the tables of the same figures and of the lines behind them.
export class Savings {
  static fragment = "#/savings";

  constructor(page) {
    this.page = page;
    this.chart = page.getByRole("figure").first();
    this.says = this.chart.getByRole("status");
    this.asTable = this.chart.getByText("The same figures as a table");
    this.years = this.chart.getByRole("table", { name: /^Savings by year/ });
    this.lines = page.getByRole("table", { name: /^Lines/ });
    this.saveAsCsv = page.getByRole("button", { name: /CSV/ });
    this.saveAsSvg = page.getByRole("button", { name: /SVG/ });
    this.saveAsPng = page.getByRole("button", { name: /PNG/ });
  }

  /** One of the ways to look at the figures: "By" → "Partner". */
  async choose(group, way) {
    await this.page.getByRole("navigation", { name: group, exact: true }).getByRole("link", { name: way, exact: true }).click();
  }

  /** Waits until the figures are grouped so. */
  async isBy(way) {
    await this.chart.getByText(new RegExp(`^Savings by year and ${way.toLowerCase()},`)).first().waitFor();
  }

  /** A year of the chart as numbers, opening the table where it is folded away. */
  async yearRow(year) {
    if (!(await this.years.isVisible())) await this.asTable.click();
    return this.years.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: year, exact: true }) });
  }
}
