import { describe, expect, it } from 'vitest';
import { emptyFirstStart, firstStartError, toFounding } from './first-start-form';

const filled = {
  number: ' １００ ２３４　',
  name: '𠮷田　美咲 ',
  kana: 'ヨシダ ミサキ',
  department: '市民部',
  division: '',
  section: '市民係',
};

describe('toFounding', () => {
  it('makes the number half width, keeps the name, keeps the levels', () => {
    expect(toFounding(filled, true)).toEqual({
      founder: true,
      number: '100234',
      name: '𠮷田　美咲',
      kana: 'ヨシダ ミサキ',
      unitPath: ['市民部', '', '市民係'],
    });
  });
});

describe('firstStartError', () => {
  it('takes a filled form', () => {
    for (const field of ['number', 'name', 'kana', 'department', 'division'] as const) {
      expect(firstStartError(field, filled)).toBeUndefined();
    }
  });

  it.each([
    ['number', '職員番号を入力してください。'],
    ['name', '氏名を入力してください。'],
    ['kana', 'フリガナを入力してください。'],
    ['department', '所属を、部・課・係のどれか一つは入力してください。'],
  ] as const)('asks for %s', (field, message) => {
    expect(firstStartError(field, emptyFirstStart)).toBe(message);
  });

  it.each(['ｱﾍﾞ ﾋﾛｼ', 'あべ ひろし', 'アベ・ヒロシ', 'スーザン', 'ジャン＝ピエール'])(
    'takes %s for a reading',
    (kana) => {
      expect(firstStartError('kana', { ...filled, kana })).toBeUndefined();
    },
  );

  it('asks for a reading in kana and a number without signs', () => {
    expect(firstStartError('kana', { ...filled, kana: '阿部' })).toContain('カタカナ');
    expect(firstStartError('number', { ...filled, number: '１００号' })).toContain('数字と英字');
  });
});
