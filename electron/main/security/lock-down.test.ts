import { describe, expect, it, vi } from 'vitest';
import { sandboxEverything } from './lock-down';

describe('the sandbox for everything', () => {
  it.each([
    { isPackaged: true, noSandbox: false, enabled: true },
    { isPackaged: true, noSandbox: true, enabled: true },
    { isPackaged: false, noSandbox: false, enabled: true },
    { isPackaged: false, noSandbox: true, enabled: false },
  ])('is $enabled when packaged is $isPackaged and --no-sandbox $noSandbox', (start) => {
    const enableSandbox = vi.fn();
    const commandLine = {
      hasSwitch: (name: string) => name === 'no-sandbox' && start.noSandbox,
    };
    sandboxEverything({ isPackaged: start.isPackaged, enableSandbox, commandLine });
    expect(enableSandbox).toHaveBeenCalledTimes(start.enabled ? 1 : 0);
  });
});
