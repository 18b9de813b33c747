import type { Locator, Page } from 'playwright-core';

/** Where a sheet stands, and the way on. */
export class StagePanel {
  constructor(private readonly page: Page) {}

  region(): Locator {
    return this.page.getByRole('region', { name: '段階', exact: true });
  }

  current(): Locator {
    return this.region().locator('[aria-current="step"]');
  }

  button(name: string): Locator {
    return this.region().getByRole('button', { name, exact: true });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** Opens the question of a move, answers it, and waits until the sheet has gone on. */
  async move(
    name: string,
    answer: { reason?: string; label?: string; to?: string } = {},
  ): Promise<void> {
    await this.button(name).click();
    const dialog = this.dialog(name);
    if (answer.reason !== undefined) {
      await dialog.getByRole('textbox', { name: answer.label ?? '理由' }).fill(answer.reason);
    }
    if (answer.to !== undefined) {
      await dialog.getByLabel('どの段階へ').selectOption({ label: answer.to });
    }
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** What is still to be written before the sheet can be handed in. */
  async missing(name: string): Promise<Locator> {
    await this.button(name).click();
    return this.dialog(name).getByRole('listitem').getByRole('button');
  }

  async openHistory(): Promise<Locator> {
    await this.button('経過').click();
    return this.dialog('このシートの経過');
  }
}
