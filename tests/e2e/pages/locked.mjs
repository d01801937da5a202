// Files that are locked with a passphrase: locking one that is handed on, and the question that opens one.
import { readFile } from "node:fs/promises";

export class Locked {
  constructor(page) {
    this.page = page;
    const section = page.getByRole("region", { name: "Hand this work on" });
    this.lock = section.getByRole("checkbox", { name: /^Lock with a passphrase/ });
    this.passphrase = section.getByLabel("Passphrase", { exact: true });
    this.again = section.getByLabel("The passphrase again");
    this.export = section.getByRole("button", { name: "Export a bundle" });
    this.errors = section.getByRole("alert");
    this.question = page.getByRole("dialog", { name: "This file is locked" });
    this.typed = this.question.getByLabel("Passphrase", { exact: true });
    this.show = this.question.getByLabel("Show what is typed");
  }

  /** Types a passphrase twice and hands the work on; answers with the file. */
  async make(passphrase) {
    await this.lock.check();
    await this.passphrase.fill(passphrase);
    await this.again.fill(passphrase);
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.export.click()]);
    return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
  }

  /** Answers the question for a passphrase. */
  async unlock(passphrase) {
    await this.typed.fill(passphrase);
    await this.question.getByRole("button", { name: "Unlock" }).click();
  }

  async leaveItOut() {
    await this.question.getByRole("button", { name: "Leave it out" }).click();
  }

  /** Whether any of these texts is in what this browser keeps for the page. */
  async keeps(texts) {
    return this.page.evaluate(async (texts) => {
      const answered = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      const held = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
      for (const { name } of await indexedDB.databases()) {
        const database = await answered(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          held.push(JSON.stringify(await answered(database.transaction(store).objectStore(store).getAll())));
        }
        database.close();
      }
      return texts.filter((text) => held.some((one) => one.includes(text)));
    }, texts);
  }
}
