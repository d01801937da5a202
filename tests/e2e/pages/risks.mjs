// The heatmap, the register, and one risk with its scoring.
export class Risks {
  static fragment = "#/risks";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.heatmap = page.getByRole("table", { name: /likelihood/i });
    this.register = page.getByRole("table", { name: /^Register/ });
    this.sentence = this.main.getByText(/^\d+ risks?: .*\.$/);
    this.reason = page.getByLabel("Reason", { exact: true });
    this.register = page.getByRole("table", { name: /^Register/ });
    this.history = page.getByRole("region", { name: "History" });
    this.notes = page.getByRole("region", { name: "Notes" });
    this.saveTheScore = page.getByRole("button", { name: "Save the score" });
    this.add = page.getByRole("button", { name: "Add a risk" });
    this.saveTheRisk = page.getByRole("button", { name: "Save the risk" });
    this.history = page.getByRole("region", { name: "History" });
    this.csv = page.getByRole("button", { name: "Register as CSV" });
    this.everything = page.getByRole("link", { name: "Show everything" });
  }

  /** A cell that holds risks: "Likelihood Significant, Impact Major, score 9: 2 risks, 8 and 10". */
  cell(likelihood, impact) {
    return this.heatmap.getByRole("link", { name: new RegExp(`^Likelihood ${likelihood}, Impact ${impact}, score \\d+:`) });
  }

  /** The risks of the cell that is open. */
  opened(likelihood, impact) {
    return this.page.getByRole("region", { name: new RegExp(`^Likelihood ${likelihood}, Impact ${impact}, score \\d+:`) });
  }

  /** A cell of the grid on a risk's page, for scoring: "Likelihood High, Impact Major, score 12". */
  score(likelihood, impact) {
    return this.page.getByRole("radio", { name: new RegExp(`^Likelihood ${likelihood}, Impact ${impact}, score \\d+$`) });
  }

  link(title) {
    return this.main.getByRole("link", { name: title });
  }

  row(title) {
    return this.register.getByRole("row").filter({ has: this.page.getByRole("link", { name: title }) });
  }

  sortBy(heading) {
    return this.register.getByRole("button", { name: heading, exact: true });
  }

  filter(label) {
    return this.page.getByRole("form", { name: "Show" }).getByLabel(label, { exact: true });
  }

  async rescore(likelihood, impact, why) {
    await this.score(likelihood, impact).check({ force: true });
    await this.reason.fill(why);
    await this.saveTheScore.click();
  }

  /** Answers the question that closing, opening again and withdrawing ask. */
  async because(reason, button) {
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel("Reason", { exact: true }).fill(reason);
    await dialog.getByRole("button", { name: button, exact: true }).click();
  }
}
