import { headingOf } from '../../../shared/domain/roster/roster-columns';
import type { RosterPerson } from '../../../shared/domain/roster/roster-person';
import { Card } from '../../ui/Card';
import { Disclosure } from '../../ui/Disclosure';
import { FileProblems, IgnoredColumns, MOST_LISTED } from '../../ui/FileProblems';
import { Notice } from '../../ui/Notice';
import { cellLook, More, ScrollingTable } from '../../ui/PlainTable';
import type { ReadRosterFile } from './read-roster-file';

/** What taking the file in would do, and what keeps it out. */
export function RosterPreview({ file }: { file: ReadRosterFile }) {
  const { comparison, missing, faults, gaps, ignored } = file;
  const { added, changed, unchanged } = comparison;
  return (
    <div className="flex flex-col gap-4">
      {faults.length > 0 && (
        <Notice tone="error" title={`直すところが ${faults.length} か所あります`}>
          <p>名簿で直して、もう一度選びます。直すまで、何も取り込みません。</p>
        </Notice>
      )}
      {faults.length > 0 && (
        <FileProblems headingOf={headingOf} title="直すところ" problems={faults} />
      )}
      {(faults.length === 0 || file.people.length > 0) && (
        <dl className="grid grid-cols-2 gap-3 min-[900px]:grid-cols-4">
          <Count term="新しい職員" count={added.length} />
          <Count term="変わる職員" count={changed.length} />
          <Count term="変わらない職員" count={unchanged} />
          <Count term="名簿にない職員" count={missing.length} note="今のまま残します" />
        </dl>
      )}
      {changed.length > 0 && (
        <Card title="変わる職員">
          <ScrollingTable label="変わる職員の一覧" columns={['職員', '項目', '今', '名簿']}>
            {changed.slice(0, MOST_LISTED).flatMap(({ person, fields }) =>
              fields.map(({ heading, before, after }, index) => (
                <tr key={`${person.number} ${heading}`} className="border-b border-solid-gray-100">
                  {index === 0 && (
                    <th scope="row" rowSpan={fields.length} className={cellLook}>
                      {nameOf(person)}
                    </th>
                  )}
                  <td className={cellLook}>{heading}</td>
                  <td className={cellLook}>{before === '' ? '（空白）' : before}</td>
                  <td className={`${cellLook} font-bold`}>{after === '' ? '（空白）' : after}</td>
                </tr>
              )),
            )}
          </ScrollingTable>
          <More count={changed.length - MOST_LISTED} />
        </Card>
      )}
      {added.length > 0 && <People title="新しい職員" people={added} />}
      {missing.length > 0 && <People title="名簿にない職員（今のまま残します）" people={missing} />}
      {gaps.length > 0 && (
        <FileProblems
          headingOf={headingOf}
          title="決まっていないところ（このままでも取り込めます）"
          problems={gaps}
        />
      )}
      <IgnoredColumns ignored={ignored} />
    </div>
  );
}

function nameOf({ number, name }: RosterPerson): string {
  return `${number} ${name}`;
}

function Count({ term, count, note }: { term: string; count: number; note?: string }) {
  return (
    <div className="rounded-12 border border-solid-gray-200 bg-white px-4 py-3">
      <dt className="text-sm text-solid-gray-700">{term}</dt>
      <dd>
        <span className="text-2xl font-bold">{count}</span> 人
        {note !== undefined && count > 0 && (
          <span className="block text-sm text-solid-gray-700">{note}</span>
        )}
      </dd>
    </div>
  );
}

function People({ title, people }: { title: string; people: readonly RosterPerson[] }) {
  return (
    <Disclosure title={`${title}（${people.length}人）`}>
      <ul className="columns-1 gap-6 text-sm min-[900px]:columns-2">
        {people.slice(0, MOST_LISTED).map((person) => (
          <li key={person.number} className="py-0.5">
            {nameOf(person)}
            <span className="ml-2 text-solid-gray-700">
              {[...person.unitPath, person.facts.positionName].join(' ')}
            </span>
          </li>
        ))}
      </ul>
      <More count={people.length - MOST_LISTED} />
    </Disclosure>
  );
}
