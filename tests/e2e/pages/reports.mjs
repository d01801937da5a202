// Benefits, highlight reports and the Board's pack.
export class Reports {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.foreseen = page.getByRole("region", { name: "Expected by the business case" });
    this.unplanned = page.getByRole("region", { name: "Not foreseen by the case" });
    this.drafts = page.getByRole("region", { name: "Drafts" });
    this.published = page.getByRole("region", { name: "Published" });
    this.promised = page.getByRole("region", { name: "Promised, and what came of it" });
    this.draft = page.getByRole("form", { name: "Highlight report" });
    this.report = page.getByRole("article");
  }

  /** Begins a report for the period that ends on a day. */
  async begin(ending) {
    await this.drafts.getByLabel("Period ending").fill(ending);
    await this.drafts.getByRole("button", { name: "Begin a report" }).click();
    await this.draft.waitFor();
  }

  /** Answers by label, whatever sort of field it is. */
  async answers(answers) {
    for (const [label, answer] of Object.entries(answers)) {
      const field = this.draft.getByLabel(label, { exact: true });
      if (await field.evaluate((field) => field.localName === "select")) await field.selectOption({ label: answer });
      else await field.fill(answer);
    }
  }

  /** Says of something that was planned what became of it. */
  async account(what, answers) {
    const group = this.draft.getByRole("group", { name: what });
    for (const [label, answer] of Object.entries(answers)) {
      const field = group.getByLabel(label, { exact: true });
      if (await field.evaluate((field) => field.localName === "select")) await field.selectOption({ label: answer });
      else await field.fill(answer);
    }
  }

  /** Publishes what is written. */
  async publish() {
    await this.draft.getByRole("button", { name: "Publish the report" }).click();
  }
}
