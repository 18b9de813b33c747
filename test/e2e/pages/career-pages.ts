import type { Locator, Page } from 'playwright-core';
import { ShellPage } from './shell-page';

/** キャリア: my own plan and requests, and the plans that others share with me. */
export class CareerPages {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await new ShellPage(this.page).goTo('キャリア');
    await this.heading('キャリアプラン').waitFor();
  }

  async show(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'キャリアのページ' })
      .getByRole('link', { name, exact: true })
      .click();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  section(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name, exact: typeof name === 'string' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async untilSaved(): Promise<void> {
    await new ShellPage(this.page).untilSaved();
  }
}
