import type { Locator, Page } from 'playwright-core';

/** 組織目標, as their head or one of the unit's people sees them. */
export class UnitGoalsPage {
  constructor(private readonly page: Page) {}

  unit(): Locator {
    return this.page.getByLabel('所属', { exact: true });
  }

  goal(number: number): Locator {
    return this.page.getByRole('textbox', { name: `組織目標${number}`, exact: true });
  }

  async add(number: number, content: string): Promise<void> {
    await this.addButton().click();
    await this.goal(number).fill(content);
  }

  addButton(): Locator {
    return this.page.getByRole('button', { name: '組織目標を加える' });
  }

  async moveUp(number: number): Promise<void> {
    await this.page.getByRole('button', { name: `組織目標${number}を上へ` }).click();
  }

  async takeOff(number: number): Promise<void> {
    await this.page.getByRole('button', { name: `組織目標${number}を取り除く` }).click();
  }

  async bringBack(content: string): Promise<void> {
    await this.page.getByRole('button', { name: `${content}を元に戻す` }).click();
  }
}
