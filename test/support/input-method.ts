import type { CDPSession, Page } from 'playwright-core';

/** Presses keys as a Japanese input method does: Chromium sees the real sequence. */
export class InputMethod {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  /** A key that the input method swallows. Linux and macOS name it, Windows says `Process`. */
  async swallow(key: string, modifiers: { control?: boolean } = {}): Promise<void> {
    const pressed = {
      key,
      windowsVirtualKeyCode: 229,
      modifiers: modifiers.control === true ? 2 : 0,
    };
    await this.session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...pressed });
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed });
  }

  /** The text under conversion, as it stands after one more key. */
  async show(text: string): Promise<void> {
    await this.swallow('Process');
    await this.session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }

  /** Ends the conversion with what was chosen. */
  async settle(text: string): Promise<void> {
    await this.session.send('Input.insertText', { text });
  }
}
