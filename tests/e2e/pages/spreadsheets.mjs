// Spreadsheets out and in, on the page of files.
import { readFile } from "node:fs/promises";

export class Spreadsheets {
  constructor(page) {
    this.page = page;
    this.out = page.getByRole("region", { name: "Save as a spreadsheet" });
    this.what = this.out.getByLabel("What it holds");
    this.recipient = this.out.getByLabel("Who is this spreadsheet for?");
    this.saveButton = this.out.getByRole("button", { name: "Save the spreadsheet" });
    this.incoming = page.getByRole("region", { name: "Import a spreadsheet" });
    this.file = page.getByLabel("Spreadsheet file");
    this.preview = this.incoming.getByRole("region", { name: /^What .* would do$/ });
    this.rows = this.preview.getByRole("list", { name: "Row by row" });
    this.fate = this.preview.getByLabel("What becomes of them");
    this.bringIn = this.preview.getByRole("button", { name: /^Bring in/ });
    this.cancel = this.preview.getByRole("button", { name: "Cancel" });
    this.refused = this.incoming.getByRole("alert");
  }

  /** Saves a spreadsheet; answers with its name and its bytes. */
  async save(what) {
    if (what) await this.what.selectOption({ label: what });
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.saveButton.click()]);
    return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
  }

  /** Gives the file field a file by its name and content. */
  async choose(name, content) {
    await this.file.setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  }

  /** A row of the preview by what stands in it. */
  row(text) {
    return this.rows.getByRole("listitem").filter({ has: this.page.getByText(text, { exact: true }) }).first();
  }
}
