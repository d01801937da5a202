// Measures of services: the page of all of them, the page of one, and the grid to enter a whole period.
export class Measures {
  static fragment = "#/measures";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.live = page.getByRole("table", { name: "Live services" });
    this.add = page.getByRole("button", { name: "Add a measure" });
    this.form = page.getByRole("region", { name: "Add a measure" });
    this.enterFigures = this.main.getByRole("link", { name: "Enter figures" }).first();
    this.grid = page.getByRole("table", { name: "Figures to enter" });
    this.saveTheFigures = page.getByRole("button", { name: "Save the figures" });
  }

  /** The register of a service in a year. */
  table(service, year = "2010/11") {
    return this.page.getByRole("table", { name: `${service}, ${year}` });
  }

  /** Adds a measure by its labels, from the page of measures to its own page. */
  async adds(answers) {
    await this.add.click();
    for (const [label, answer] of Object.entries(answers)) {
      const field = this.form.getByLabel(label, { exact: true });
      if (await field.evaluate((field) => field.localName === "select")) await field.selectOption({ label: answer });
      else await field.fill(answer);
    }
    await this.form.getByRole("button", { name: "Save the measure" }).click();
  }

  /** Chooses what is entered. */
  async chooses(label, answer) {
    await this.page.getByRole("form", { name: "What is entered" }).getByLabel(label, { exact: true }).selectOption({ label: answer });
  }

  /** A cell of the grid. */
  cell(measure, council) {
    return this.grid.getByRole("textbox", { name: `${measure}, ${council}`, exact: true });
  }

  /** Pastes text into the field that has the focus, as a browser does. */
  async pastes(text) {
    await this.page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }, text);
  }
}
