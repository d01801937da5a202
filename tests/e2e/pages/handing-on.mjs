// Handing the work on: who it is for, what the file would hold, and starting afresh.
import { readFile } from "node:fs/promises";

export class HandingOn {
  constructor(page) {
    this.page = page;
    this.section = page.getByRole("region", { name: "Hand this work on" });
    this.export = this.section.getByRole("button", { name: "Export a bundle" });
    this.recipient = this.section.getByLabel("Who is this file for?");
    this.refusal = page.getByRole("alert").filter({ hasText: "The file was not made" });
    this.reminder = page.getByRole("region", { name: "Hand this work on", exact: true }).filter({ hasText: "in this browser alone" });
    this.exempt = page.getByRole("region", { name: "Exempt", exact: true });
  }

  /** Chooses whom the file is for. */
  async choose(readers) {
    await this.section.getByRole("radio", { name: new RegExp(`^${readers}`) }).check();
  }

  /** Makes the file; answers with its name and what it holds. */
  async make({ recipient, everything = false } = {}) {
    if (recipient) await this.recipient.fill(recipient);
    const arriving = this.page.waitForEvent("download");
    await this.export.click();
    if (everything) await this.page.getByRole("dialog").getByRole("button", { name: "Put them in" }).click();
    const download = await arriving;
    const path = await download.path();
    return { name: download.suggestedFilename(), path, file: JSON.parse(await readFile(path, "utf8")) };
  }

  /** Marks what is shown as exempt. */
  async markAsExempt({ paragraph = "3", reason = "A contract is being negotiated", review = "2011-06-30" } = {}) {
    await this.page.getByRole("button", { name: /^Mark as exempt/ }).first().click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel("Paragraph of Schedule 12A").selectOption(paragraph);
    await dialog.getByLabel("Reason").fill(reason);
    await dialog.getByLabel("To be reviewed by").fill(review);
    await dialog.getByRole("button", { name: "Save the exemption" }).click();
    await dialog.waitFor({ state: "hidden" });
  }
}
