// Savings in depth: the ladder of a service, why its figures moved, and the treasurers' statement.
export class Depth {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.figure = this.main.getByRole("figure");
    this.says = this.figure.getByRole("status");
    this.chart = this.figure.getByRole("group", { name: /on every basis/ });
    this.table = this.main.getByRole("table", { name: "The same figures as a table" });
    this.services = this.main.getByRole("table", { name: /^Each service's figure on every basis/ });
    this.reasons = this.main.getByRole("region", { name: "Why figures moved" });
    this.behind = this.main.getByRole("region", { name: /^Lines behind the figure/ });
    this.accounts = this.main.getByRole("table", { name: "What each council pays and gets" });
    this.lines = this.main.getByRole("table", { name: "Each line, how it is divided, and its source" });
  }

  /** Types a line about money into the first row for new ones, and saves it by Enter. */
  async addsALine({ line, covers, who, year, amount, basis }) {
    const box = (name) => this.page.getByRole("textbox", { name: `${name}, row 1` });
    await box("Line").fill(line);
    await box("Covers").fill(covers);
    await this.page.getByRole("combobox", { name: "Who, row 1" }).or(box("Who")).fill(who);
    await box("Year").fill(year);
    await this.page.getByRole("combobox", { name: "Basis, row 1" }).selectOption(basis);
    await box("Amount").fill(amount);
    await box("Amount").press("Enter");
  }

  /** Waits until the row for new lines is empty again: what was typed is saved. */
  async isAdded() {
    const title = this.page.getByRole("textbox", { name: "Line, row 1" });
    await this.page.waitForFunction((title) => title.value === "", await title.elementHandle());
  }

  /** A reason for which a figure moved. */
  async explains(answers) {
    await this.reasons.getByRole("button", { name: "Add a reason" }).click();
    const form = this.page.getByRole("form", { name: "Add a reason" });
    for (const [label, answer] of Object.entries(answers)) {
      const field = form.getByLabel(label, { exact: true });
      if (await field.evaluate((field) => field.localName === "select")) await field.selectOption({ label: answer });
      else await field.fill(answer);
    }
    await form.getByRole("button", { name: "Save", exact: true }).click();
    return form;
  }

  /** What a council's row says, cell by cell. */
  async account(council) {
    const row = this.accounts.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: council, exact: true }) });
    return (await row.innerText()).replaceAll(/\s+/g, " ");
  }
}
