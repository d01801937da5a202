// Everything that was done, the meetings that looked at it, and the work as it stood.
export class History {
  static fragment = "#/history";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.changes = page.getByRole("region", { name: "Changes" });
    this.clocks = page.getByRole("region", { name: "Clocks that do not fit" });
    this.meetings = page.getByRole("region", { name: "As at a meeting or a day" });
    this.past = page.getByRole("region", { name: "As at", exact: true });
    this.backToNow = page.getByRole("link", { name: "Back to now" });
  }

  /** A line of the history, by what it says. */
  change(text) {
    return this.changes.getByRole("listitem").filter({ hasText: text });
  }

  filter(label) {
    return this.page.getByRole("form", { name: "Show", exact: true }).getByLabel(label, { exact: true });
  }

  /** Marks the work as what a meeting saw. */
  async mark(body, day, saw = "As it stands now") {
    await this.meetings.getByRole("button", { name: "Mark a meeting" }).click();
    const form = this.page.getByRole("form", { name: "Mark a meeting" });
    await form.getByLabel("Who met").fill(body);
    await form.getByLabel("On", { exact: true }).fill(day);
    await form.getByLabel("What it saw").selectOption(saw);
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "hidden" });
  }

  async asAt(day) {
    await this.page.getByLabel("The end of this day").fill(day);
    await this.page.getByRole("button", { name: "Show as at this day" }).click();
    await this.past.waitFor();
  }
}
