import type { Locator, Page } from 'playwright-core';

/** 1on1: the list of whom I talk with, the month, and one talk. */
export class OneOnOnePage {
  constructor(private readonly page: Page) {}

  /** From wherever the window is. */
  async goTo(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'おもなメニュー' })
      .getByRole('link', { name: '1on1', exact: true })
      .click();
    await this.page.getByRole('heading', { level: 1, name: '1on1' }).waitFor();
    await this.card('話す相手').waitFor();
  }

  async goToCalendar(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: '1on1のページ' })
      .getByRole('link', { name: '月の予定表' })
      .click();
    await this.page.getByRole('grid').waitFor();
  }

  card(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  rhythm(person: string): Locator {
    return this.page.getByRole('combobox', { name: `間隔（${person} さん）` });
  }

  /** Plans a talk; the page of it is open afterwards. */
  async plan(talk: { with?: string; kind?: string; day?: string; time?: string }): Promise<void> {
    if (talk.with !== undefined && talk.kind === undefined) {
      await this.page.getByRole('button', { name: `${talk.with} さんと話す予定を入れる` }).click();
    } else {
      await this.page.getByRole('button', { name: '1on1を入れる' }).click();
    }
    const dialog = this.page.getByRole('dialog', { name: '話す予定を入れる' });
    if (talk.kind !== undefined) await dialog.getByText(talk.kind, { exact: true }).click();
    if (talk.with !== undefined && talk.kind !== undefined) {
      await dialog.getByRole('combobox', { name: 'だれと' }).fill(talk.with);
      await this.page.getByRole('option', { name: new RegExp(talk.with, 'u') }).click();
    }
    if (talk.day !== undefined) {
      await dialog.getByRole('textbox', { name: /^いつ/u }).fill(talk.day);
    }
    if (talk.time !== undefined) await dialog.getByLabel('時刻').fill(talk.time);
    await dialog.getByRole('button', { name: '予定に入れる' }).click();
    await this.card('話したいこと').waitFor();
  }

  /** Opens the first talk of a list. */
  async open(list: 'これから話すこと' | 'これまでに話したこと', row: string | RegExp) {
    await this.card(list).getByRole('row', { name: row }).getByRole('link').first().click();
    await this.card('日時').waitFor();
  }

  async addTopic(text: string, wanted: string): Promise<void> {
    const card = this.card('話したいこと');
    const number = (await card.getByRole('group').count()) + 1;
    await card.getByRole('button', { name: '話したいことを加える', exact: true }).click();
    const topic = card.getByRole('group', { name: `話したいこと${number}` });
    await topic.getByRole('textbox', { name: '話したいこと' }).fill(text);
    await topic.getByRole('combobox', { name: 'どうしてほしいか' }).selectOption(wanted);
  }

  async addAction(text: string, due: string): Promise<void> {
    const card = this.card('約束');
    await card.getByRole('button', { name: '約束を加える' }).click();
    const action = card.getByRole('group', { name: '約束1' });
    await action.getByRole('textbox', { name: 'すること' }).fill(text);
    await action.getByRole('textbox', { name: 'いつまでに' }).fill(due);
  }

  note(): Locator {
    return this.card('共有の記録').getByRole('textbox');
  }

  memo(): Locator {
    return this.card('私だけのメモ').getByRole('textbox');
  }

  carried(): Locator {
    return this.page.getByRole('region', { name: '前から続いている約束' });
  }

  state(name: '予定' | '実施' | '取りやめ'): Locator {
    return this.card('日時').getByText(name, { exact: true });
  }

  mark(line: string): Locator {
    return this.card('評価の参考にしてよい行').getByRole('checkbox', { name: line });
  }

  quoteButtons(): Locator {
    return this.card('職務行動記録への引用').getByRole('button', {
      name: /職務行動記録に引用する$/u,
    });
  }

  pdfButton(): Locator {
    return this.page.getByRole('button', { name: '共有の部分をPDFにする' });
  }
}
