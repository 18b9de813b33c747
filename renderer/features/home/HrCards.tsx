import type { Author } from '../../../shared/domain/form/form';
import { formatWareki } from '../../../shared/domain/period/wareki';
import type { EndingProbation } from '../../../shared/domain/staff/probation';
import { Card } from '../../ui/Card';
import { LinkButton } from '../../ui/LinkButton';
import { ProgressBar } from '../../ui/ProgressBar';
import { TextLink } from '../../ui/TextLink';
import type { OfficeProgress } from './office-progress';

export type HrWork = {
  /** The policy's wordings that 職員課 has still to settle, and how many there are in all. */
  unsettled: number;
  questions: number;
  progress: OfficeProgress[];
};

const columnWords: Readonly<Record<Author, string>> = {
  employee: '自己評価を提出した人',
  first: '一次評価が済んだ人',
  second: '二次評価が済んだ人',
};

/** What 職員課 watches over: the wordings to settle, and how far everybody is. */
export function HrCards({ unsettled, questions, progress }: HrWork) {
  return (
    <div className="grid grid-cols-1 items-start gap-5 min-[1100px]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      {progress.length > 0 && (
        <Card
          title="全体の進み"
          aside={
            <TextLink href="/sheets" className="text-sm">
              一覧で見る
            </TextLink>
          }
        >
          <ul className="flex flex-col gap-3">
            {progress.map(({ author, handedIn, total }) => (
              <li key={author} className="flex flex-col gap-1">
                <span aria-hidden="true" className="text-sm">
                  {columnWords[author]}
                </span>
                <ProgressBar
                  label={columnWords[author]}
                  value={handedIn}
                  maximum={total}
                  valueLabel={`${total} 人中 ${handedIn} 人`}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="体系図の文言">
        <div className="flex flex-col items-start gap-3">
          <p>
            {unsettled === 0
              ? 'すべての文言を確定しました。'
              : `${questions} 件のうち ${unsettled} 件が確認を待っています。`}
          </p>
          <LinkButton href="/hr/questions">文言を確かめる</LinkButton>
        </div>
      </Card>
    </div>
  );
}

/** So many are named on the home page. */
const MOST_NAMED = 8;

/** Reminds 職員課 of those whose 条件付採用 is about to end. */
export function ProbationCard({ probations }: { probations: readonly EndingProbation[] }) {
  return (
    <Card title="条件付採用の終わりが近い職員">
      <ul className="flex flex-col gap-1">
        {probations.slice(0, MOST_NAMED).map(({ staff, endsOn }) => (
          <li key={staff.id}>
            {staff.name}
            <span className="ml-2 text-sm text-solid-gray-700">
              {staff.jobTitle}　{formatWareki(endsOn)}まで
            </span>
          </li>
        ))}
      </ul>
      {probations.length > MOST_NAMED && (
        <p className="text-sm">ほかに {probations.length - MOST_NAMED} 人います。</p>
      )}
      <p className="mt-3 text-sm">
        特別評価を終えていないときは、
        <TextLink href="/hr/periods">評価期間と様式</TextLink>
        で評価期間を加えます。
      </p>
    </Card>
  );
}
