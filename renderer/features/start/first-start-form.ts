import type { Founding } from '../../data/open-application';

/** What the first start asks, as typed. */
export type FirstStartValues = {
  number: string;
  name: string;
  kana: string;
  department: string;
  division: string;
  section: string;
};

export const emptyFirstStart: FirstStartValues = {
  number: '',
  name: '',
  kana: '',
  department: '',
  division: '',
  section: '',
};

/**
 * The number becomes half width, since it is looked up; the name stays as typed, only
 * without the spaces around it. The unit path keeps its three levels, empty ones too.
 */
export function toFounding(values: FirstStartValues, founder: boolean): Founding {
  return {
    number: foldNumber(values.number),
    name: values.name.trim(),
    kana: values.kana.trim(),
    unitPath: [values.department, values.division, values.section].map((unit) => unit.trim()),
    founder,
  };
}

/** 職員番号 in half width and without spaces, leading zeros kept. */
export function foldNumber(number: string): string {
  return number.normalize('NFKC').replace(/\s/gu, '');
}

/** The message for a field that cannot be taken as it is; undefined when it can. */
export function firstStartError(
  field: keyof FirstStartValues,
  values: FirstStartValues,
): string | undefined {
  const founding = toFounding(values, false);
  if (field === 'number') {
    if (founding.number === '') return '職員番号を入力してください。';
    if (!/^[0-9A-Za-z-]+$/u.test(founding.number)) {
      return '職員番号は、数字と英字で入力してください（全角でもかまいません）。';
    }
  }
  if (field === 'name' && founding.name === '') return '氏名を入力してください。';
  if (field === 'kana') {
    if (founding.kana === '') return 'フリガナを入力してください。';
    if (!/^[\p{scx=Katakana}\p{scx=Hiragana}\s・＝=]+$/u.test(founding.kana)) {
      return 'フリガナは、カタカナで入力してください。';
    }
  }
  if (field === 'department' && founding.unitPath.every((unit) => unit === '')) {
    return '所属を、部・課・係のどれか一つは入力してください。';
  }
  return undefined;
}
