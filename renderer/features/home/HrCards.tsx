import type { Author } from '../../../shared/domain/form/form';
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
