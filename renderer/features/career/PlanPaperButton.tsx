import { buildCareerPlanModel } from '../../../shared/print/build-career-paper';
import { PaperFileButton } from '../../common/PaperFileButton';
import { usePrinting } from '../../common/use-printing';
import { loadPlan, type PlanView } from '../../data/career-plan-queries';
import { useStore } from '../../data/store-context';
import { localToday } from '../../platform/local-time';

/** The plan as its reader has it, into a file. */
export function PlanPaperButton({ view: { person, fiscalYear } }: { view: PlanView }) {
  const store = useStore();
  const printing = usePrinting();

  async function make() {
    const asked = { staffId: person.id, fiscalYear, today: localToday() };
    const { plan, positions, position, ...view } = await loadPlan(store, asked);
    if (plan === null) return null;
    return buildCareerPlanModel({
      person: view.person,
      plan,
      positionName: position?.name ?? '',
      wishedPositionName: positions.find(({ id }) => id === plan.wishedPositionId)?.name ?? '',
      abilities: view.abilities,
      advice: view.advice.map(({ writerName, note }) => ({ writerName, text: note.text })),
      ...printing(),
    });
  }

  return <PaperFileButton label="PDFにする" purpose="career" make={make} />;
}
