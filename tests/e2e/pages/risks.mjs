// The heatmap, the register, and one risk with its scoring.
export class Risks {
  static fragment = "#/risks";

  constructor(page) {
    this.page = page;
    this.heatmap = page.getByRole("table", { name: /likelihood/i });
    this.reason = page.getByLabel("Reason", { exact: true });
    this.register = page.getByRole("table", { name: /^Register/ });
    this.history = page.getByRole("region", { name: "History" });
    this.notes = page.getByRole("region", { name: "Notes" });
    this.saveTheScore = page.getByRole("button", { name: "Save the score" });
  }

  /** A cell that holds risks: "Likelihood Significant, Impact Major, score 9: 2 risks, 8 and 10". */
  cell(likelihood, impact) {
    return this.page.getByRole("link", { name: new RegExp(`^Likelihood ${likelihood}, Impact ${impact}, score \\d+:`) });
  }

  /** A cell of the grid on a risk's page, for scoring: "Likelihood High, Impact Major, score 12". */
  score(likelihood, impact) {
    return this.page.getByRole("radio", { name: new RegExp(`^Likelihood ${likelihood}, Impact ${impact}, score \\d+$`) });
  }

  link(title) {
    return this.page.getByRole("main").getByRole("link", { name: title });
  }

  async rescore(likelihood, impact, why) {
    await this.score(likelihood, impact).check({ force: true });
    await this.reason.fill(why);
    await this.saveTheScore.click();
  }
}
