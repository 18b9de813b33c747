import { describe, expect, it } from 'vitest';
import { createDrawings } from './drawings';

describe('createDrawings', () => {
  it('is settled while nothing is drawn', async () => {
    await expect(createDrawings().settled()).resolves.toBeUndefined();
  });

  it('settles with the last of several, and an end told twice counts once', async () => {
    const drawings = createDrawings();
    const endOne = drawings.begin();
    const endOther = drawings.begin();
    let settled = false;
    const settling = drawings.settled().then(() => {
      settled = true;
    });
    endOne();
    endOne();
    await Promise.resolve();
    expect(settled).toBe(false);
    endOther();
    await settling;
    expect(settled).toBe(true);
  });

  it('waits again for what is begun later', async () => {
    const drawings = createDrawings();
    drawings.begin()();
    const end = drawings.begin();
    let settled = false;
    const settling = drawings.settled().then(() => {
      settled = true;
    });
    await Promise.resolve();
    expect(settled).toBe(false);
    end();
    await settling;
  });
});
