import type { Author } from '../form/form';
import type { Stage } from './sheet';

/** Whose column, in the policy's words. */
export const authorLabels: Readonly<Record<Author, string>> = {
  employee: '本人',
  first: '一次評価者',
  second: '二次評価者',
};

/** Where there is little room, on screen and on paper. */
export const shortAuthorLabels: Readonly<Record<Author, string>> = {
  employee: '本人',
  first: '一次',
  second: '二次',
};

export const stageLabels: Readonly<Record<Stage, string>> = {
  drafting: '記入中',
  disclosed: '開示済み',
};
