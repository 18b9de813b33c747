import { expectationOf } from '../../../shared/domain/framework/expectations';
import type { Framework } from '../../../shared/domain/framework/framework';

const kindLabels = { ability: '能力', conduct: '意識・行動' } as const;

export function countsOf({ positions, items }: Framework): string {
  return `職位 ${positions.length}、項目 ${items.length}`;
}

/** A framework as positions × items; a merged cell is said again at each of its places. */
export function FrameworkTable({ framework }: { framework: Framework }) {
  const { name, positions, items } = framework;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it from here
    <section aria-label={`${name}の表`} tabIndex={0} className="focus-ring max-h-96 overflow-auto">
      <table className="border-collapse text-sm">
        <thead className="sticky top-0 bg-white">
          <tr className="border-b border-solid-gray-300">
            <th scope="col" className={headLook}>
              項目
            </th>
            {positions.map(({ id, name: position, grades }) => (
              <th key={id} scope="col" className={headLook}>
                {position}
                {grades !== null && (
                  <span className="block text-xs text-solid-gray-700">{grades}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.length === 0 && (
            <tr>
              <td colSpan={positions.length + 1} className={cellLook}>
                能力と意識・行動の項目はありません。
              </td>
            </tr>
          )}
          {items.map((item) => (
            <tr key={item.id} className="border-b border-solid-gray-100">
              <th scope="row" className={`${cellLook} min-w-32 font-bold`}>
                {item.name}
                <span className="block text-xs font-normal text-solid-gray-700">
                  {kindLabels[item.kind]}
                </span>
              </th>
              {positions.map(({ id }) => (
                <td key={id} className={`${cellLook} min-w-44`}>
                  {expectationOf(framework, id, item.id) ?? '－'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const headLook = 'px-2 py-1.5 text-left align-bottom font-bold';
const cellLook = 'px-2 py-1.5 text-left align-top';
