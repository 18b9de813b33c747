import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import { planHeadingOf } from '../../../shared/domain/training/plan-columns';
import type { PlanCourse } from '../../../shared/domain/training/read-training-plan';
import { daysWords, trainingKindLabels } from '../../../shared/domain/training/training-words';
import { sourceWords } from '../../platform/read-table';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { FileProblems, IgnoredColumns, MOST_LISTED } from '../../ui/FileProblems';
import { Notice } from '../../ui/Notice';
import { PlainTable } from '../../ui/PlainTable';
import type { ReadPlanFile } from './read-plan-file';

type PlanPreviewProps = { file: ReadPlanFile; onTakeIn: () => void; onCancel: () => void };

/** What taking a plan in would do, and what keeps it out. */
export function PlanPreview({ file, onTakeIn, onCancel }: PlanPreviewProps) {
  const { faults, gaps, comparison, ignored } = file;
  const { added, changed, unchanged } = comparison;
  return (
    <section aria-label={`「${file.name}」の内容`} className="flex flex-col gap-4">
      <h2 className="text-lg font-bold">
        「{file.name}」を{fiscalYearName(file.fiscalYear)}の計画に取り込むと
        <span className="ml-3 text-sm font-normal text-solid-gray-700">
          {sourceWords(file.source)}
        </span>
      </h2>
      {faults.length > 0 && (
        <Notice tone="error" title={`直すところが ${faults.length} か所あります`}>
          <p>計画で直して、もう一度選びます。直すまで、何も取り込みません。</p>
        </Notice>
      )}
      {faults.length > 0 && (
        <FileProblems headingOf={planHeadingOf} title="直すところ" problems={faults} />
      )}
      {faults.length === 0 && (
        <p>
          新しい研修 <strong>{added.length}件</strong>、変わる研修{' '}
          <strong>{changed.length}件</strong>、変わらない研修 <strong>{unchanged}件</strong>
          。計画にない研修は、今のまま残します。
        </p>
      )}
      {faults.length === 0 && added.length > 0 && <Courses title="新しい研修" courses={added} />}
      {faults.length === 0 && changed.length > 0 && (
        <Courses title="変わる研修" courses={changed.map(({ course }) => course)} />
      )}
      {gaps.length > 0 && (
        <FileProblems
          headingOf={planHeadingOf}
          title="確かめるところ（このままでも取り込めます）"
          problems={gaps}
        />
      )}
      <IgnoredColumns ignored={ignored} />
      <div className="flex flex-wrap gap-3">
        <Button
          look="primary"
          isDisabled={faults.length > 0 || added.length + changed.length === 0}
          onPress={onTakeIn}
        >
          この計画を取り込む
        </Button>
        <Button onPress={onCancel}>やめる</Button>
      </div>
    </section>
  );
}

function Courses({ title, courses }: { title: string; courses: readonly PlanCourse[] }) {
  return (
    <Card title={title}>
      <PlainTable
        label={title}
        columns={['研修名', '区分', '対象', '期間', '定員']}
        rows={courses.slice(0, MOST_LISTED).map((course) => ({
          key: String(course.row),
          cells: [
            course.title,
            course.trainingKind === null ? '' : trainingKindLabels[course.trainingKind],
            course.audience ?? '',
            daysWords({ startsOn: course.startsOn ?? null, endsOn: course.endsOn ?? null }),
            typeof course.seats === 'number' ? `${course.seats}人` : '',
          ],
        }))}
        more={courses.length - MOST_LISTED}
      />
    </Card>
  );
}
