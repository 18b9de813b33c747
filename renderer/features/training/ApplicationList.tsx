import { formatWareki } from '../../../shared/domain/period/wareki';
import type { ApplicationState } from '../../../shared/domain/training/training-application';
import type { CallKind } from '../../../shared/domain/training/training-call';
import { callWords, stateLabel } from '../../../shared/domain/training/training-words';
import type { ListedApplication } from '../../data/training-queries';
import { Badge } from '../../ui/Badge';
import { cellLook, ScrollingTable } from '../../ui/PlainTable';
import { TextLink } from '../../ui/TextLink';

const tones: Partial<Record<ApplicationState, 'info' | 'success' | 'warning'>> = {
  draft: 'warning',
  applied: 'info',
  recommended: 'info',
  accepted: 'success',
  attended: 'warning',
  reported: 'success',
};

type ApplicationListProps = {
  label: string;
  applications: readonly ListedApplication[];
  withPerson: boolean;
};

/** Applications with the way to each. */
export function ApplicationList({ label, applications, withPerson }: ApplicationListProps) {
  const columns = ['募集', ...(withPerson ? ['氏名', '所属'] : []), '種類', '申込日', '状態'];
  return (
    <ScrollingTable label={label} columns={columns}>
      {applications.map(({ application, call, person }) => (
        <tr key={application.id} className="border-b border-solid-gray-100">
          <th scope="row" className={cellLook}>
            <TextLink href={`/training/applications/${application.id}`}>
              {withPerson ? `${call.title}（${person.name}）` : call.title}
            </TextLink>
          </th>
          {withPerson && <td className={cellLook}>{person.name}</td>}
          {withPerson && <td className={cellLook}>{person.unit}</td>}
          <td className={cellLook}>{callWords[call.kind].name}</td>
          <td className={cellLook}>
            {application.appliedOn === null ? '' : formatWareki(application.appliedOn)}
          </td>
          <td className={cellLook}>
            <StateBadge kind={call.kind} state={application.state} />
          </td>
        </tr>
      ))}
    </ScrollingTable>
  );
}

export function StateBadge({ kind, state }: { kind: CallKind; state: ApplicationState }) {
  return <Badge tone={tones[state] ?? 'neutral'}>{stateLabel(kind, state)}</Badge>;
}
