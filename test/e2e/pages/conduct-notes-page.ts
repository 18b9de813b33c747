import type { Locator, Page } from 'playwright-core';

/** 職務行動記録: the quick note, and the list of my own. */
export class ConductNotesPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'おもなメニュー' })
      .getByRole('link', { name: '職務行動記録', exact: true })
      .click();
    await this.page.getByRole('heading', { level: 1, name: '職務行動記録' }).waitFor();
  }

  dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^職務行動記録を/u });
  }

  /** Writes a note by its key, from wherever the window is. */
  async write(note: { person?: string; text: string; tone?: string; item?: string }) {
    await this.page.keyboard.press('Control+Shift+M');
    const dialog = this.dialog();
    await dialog.waitFor();
    if (note.person !== undefined) {
      const box = this.person();
      await box.fill(note.person);
      await this.page.getByRole('option', { name: new RegExp(note.person, 'u') }).click();
    }
    await this.text().fill(note.text);
    if (note.tone !== undefined) await dialog.getByText(note.tone, { exact: true }).click();
    if (note.item !== undefined) await dialog.getByText(note.item, { exact: true }).click();
    await dialog.locator('[data-note-phase="saved"]').waitFor();
  }

  async close(): Promise<void> {
    await this.dialog().getByRole('button', { name: '閉じる' }).click();
    await this.dialog().waitFor({ state: 'detached' });
  }

  person(): Locator {
    return this.dialog().getByRole('combobox', { name: 'だれのこと' });
  }

  text(): Locator {
    return this.dialog().getByRole('textbox', { name: 'あったこと' });
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '文字で探す' }).fill(text);
  }

  /** Goes on with the only note in the list. */
  async edit(text: string): Promise<void> {
    await this.list()
      .getByRole('button', { name: /を直す$/u })
      .click();
    await this.text().fill(text);
    await this.dialog().locator('[data-note-phase="saved"]').waitFor();
    await this.close();
  }

  async takeOut(): Promise<void> {
    await this.list()
      .getByRole('button', { name: /を取り除く$/u })
      .click();
  }

  /** Takes the last removal back, by the button that has the keyboard. */
  bringBackButton(): Locator {
    return this.page.getByRole('button', { name: '元に戻す', exact: true });
  }

  list(): Locator {
    return this.page.getByRole('list', { name: '記録の一覧' }).getByRole('article');
  }
}
