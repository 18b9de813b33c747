import type { Locator, Page } from 'playwright-core';
import { ShellPage } from './shell-page';

export type GoalText = {
  content: string;
  deadline: string;
  level: string;
  method: string;
  weight: string;
  rating: string;
  result: string;
};

/** One person's 人事評価シート, as whoever has it open. */
export class SheetPage {
  readonly shell: ShellPage;

  constructor(private readonly page: Page) {
    this.shell = new ShellPage(page);
  }

  /** A goal, item or remark by its name on the card. */
  part(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true });
  }

  async partNames(): Promise<string[]> {
    const cards = await this.page.getByRole('main').getByRole('article').all();
    return Promise.all(cards.map(async (card) => (await card.getAttribute('aria-label')) ?? ''));
  }

  /** Chooses a rating as a person at the keyboard does: by its letter. */
  async rate(part: string, rating: string): Promise<void> {
    await this.part(part).getByRole('radio').first().focus();
    await this.page.keyboard.press(rating.toLowerCase());
    await this.part(part)
      .getByRole('radio', { name: rating, exact: true, checked: true })
      .waitFor();
  }

  /** The own text box of an item, goal or remark: evidence, result or remark. */
  textBox(part: string): Locator {
    return this.part(part).getByRole('textbox').last();
  }

  async write(part: string, text: string): Promise<void> {
    await this.textBox(part).fill(text);
  }

  async isRated(part: string): Promise<boolean> {
    return (await this.part(part).getByRole('radio').count()) > 0;
  }

  /** The cards of the goals. */
  goals(): Locator {
    return this.page.getByRole('region', { name: /個人目標/u }).getByRole('article');
  }

  /** The goals of the period before, offered to be copied. */
  async offerPreviousGoals(): Promise<Locator> {
    const name = '前の期間の目標を写す';
    await this.page.getByRole('button', { name }).click();
    return this.page.getByRole('dialog', { name });
  }

  /** Adds a goal and fills every field of it; returns its name on the card. */
  async addGoal(goal: GoalText): Promise<string> {
    const cards = this.goals();
    const before = await cards.count();
    await this.page.getByRole('button', { name: '目標を加える' }).click();
    const card = cards.nth(before);
    await card.getByLabel('目標', { exact: true }).fill(goal.content);
    await card.getByLabel('いつまでに').fill(goal.deadline);
    await card.getByLabel('割合（％）').fill(goal.weight);
    await card.getByLabel('どの水準まで').fill(goal.level);
    await card.getByLabel('どのように').fill(goal.method);
    const name = (await card.getAttribute('aria-label')) ?? '';
    await this.rate(name, goal.rating);
    await this.write(name, goal.result);
    return name;
  }

  /** How one evaluator's ratings become a total. */
  async openScore(column: string): Promise<Locator> {
    await this.page.getByRole('button', { name: '計算の内訳' }).click();
    const score = this.page.getByRole('region', { name: `${column}の計算の内訳` });
    await score.getByRole('table').waitFor();
    return score;
  }

  /** Takes back what was done last on this sheet, by its key. */
  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+y');
  }

  /** Before 開示 it is asked about first; that is agreed to here. */
  async savePdf(): Promise<void> {
    await this.page.getByRole('button', { name: 'PDFにする' }).click();
    const saved = this.page.getByText('PDFを保存しました');
    await this.undisclosedQuestion().or(saved).first().waitFor();
    if (await this.undisclosedQuestion().isVisible()) await this.agreeToUndisclosed();
    await saved.waitFor();
  }

  /** Asked before a paper of a sheet is made that is not disclosed. */
  undisclosedQuestion(): Locator {
    return this.page.getByRole('alertdialog', { name: '開示前のシートです' });
  }

  async agreeToUndisclosed(): Promise<void> {
    const agree = this.undisclosedQuestion().getByRole('button', { name: /^このまま/u });
    await agree.click();
  }

  async untilSaved(): Promise<void> {
    await this.shell.untilSaved();
  }

  /** The way to the sheets of the people before and after. */
  otherPeople(): Locator {
    return this.page.getByRole('navigation', { name: 'ほかの人のシート' });
  }

  /** Whose sheet it is, where she writes. */
  nameBesideFields(name: string): Locator {
    return this.page.getByRole('paragraph').filter({ hasText: new RegExp(`^${name} さん$`, 'u') });
  }

  /** Whose sheet it is. */
  person(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: new RegExp(name, 'u') });
  }

  /** Counts, from now until it is asked, the frames in which no person's name is on the page. */
  async framesWithoutPerson(): Promise<{ count: () => Promise<number> }> {
    const watch = await this.page.evaluateHandle(() => {
      const seen = { empty: 0, ended: false };
      const { port1, port2 } = new MessageChannel();
      // After the frame, so that what is looked at is what was drawn.
      port1.onmessage = () => {
        if (document.querySelector('main h1') === null) seen.empty += 1;
        if (!seen.ended) requestAnimationFrame(() => port2.postMessage(null));
      };
      port2.postMessage(null);
      return seen;
    });
    return {
      count: () =>
        watch.evaluate((seen) => {
          seen.ended = true;
          return seen.empty;
        }),
    };
  }
}
