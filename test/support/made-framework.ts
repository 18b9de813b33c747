import type { Framework } from '../../shared/domain/framework/framework';

const position = { variantOf: null, manager: false, rank: 1 };

/** A framework of another 給料表, with one place of its table left out. */
export const medicalFramework: Framework = {
  id: 'iryo',
  name: '医療職給料表',
  positions: [
    { ...position, id: 'kangoshi', name: '看護師', grades: '2級', role: '看護を行う。' },
    {
      ...position,
      id: 'shicho',
      name: '師長',
      grades: '4級',
      rank: 2,
      manager: true,
      role: '看護をまとめる。',
    },
  ],
  items: [
    { id: 'kango', name: '看護の力', kind: 'ability' },
    { id: 'rinri', name: '倫理', kind: 'conduct' },
  ],
  cells: [
    { items: ['kango'], positions: ['kangoshi'], text: '看護ができる。' },
    { items: ['kango'], positions: ['shicho'], text: '看護を導く。' },
    { items: ['rinri'], positions: ['kangoshi'], text: '倫理を守る。' },
  ],
};
