// What has changed since a meeting or a day, or what is different from a file.
export class Compare {
  static fragment = "#/compare";

  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.meeting = page.getByLabel("Since the meeting");
    this.day = page.getByLabel("Since the end of");
    this.withABundle = page.getByRole("button", { name: "Compare with a bundle" });
    this.savings = page.getByRole("region", { name: "Savings of the current year" });
    this.risks = page.getByRole("region", { name: "Risks", exact: true });
  }
}
