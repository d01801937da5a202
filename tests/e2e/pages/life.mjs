// A service's life: its stage, who has to agree, the case for it, and what opened the way.
export class Life {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.moving = page.getByRole("form", { name: "Move stage" });
    this.asked = page.getByRole("region", { name: "What this stage asks for" });
    this.stage = page.getByRole("region", { name: "Stage", exact: true });
    this.approvals = page.getByRole("region", { name: "Approval by each council" });
    this.parts = page.getByRole("region", { name: "Who takes part" });
    this.cases = page.getByRole("region", { name: "Business cases" });
  }

  /** Opens the form to move a stage and chooses one. */
  async movesTo(stage) {
    await this.main.getByRole("button", { name: "Move stage" }).click();
    await this.moving.getByLabel("Stage", { exact: true }).selectOption({ label: stage });
  }

  /** Fills a form by its labels. */
  async fills(form, answers) {
    for (const [label, answer] of Object.entries(answers)) {
      const field = form.getByLabel(label, { exact: true });
      if (await field.evaluate((field) => field.localName === "select")) await field.selectOption({ label: answer });
      else await field.fill(answer);
    }
  }

  /** Opens a form by its button, fills it and saves it. */
  async records(button, name, answers) {
    await button.click();
    const form = this.page.getByRole("form", { name });
    await this.fills(form, answers);
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await form.waitFor({ state: "detached" });
  }
}
