import { useParams } from '@tanstack/react-router';

export function SharePage() {
  const { shareId } = useParams({ from: '/portal/shares/$shareId' });
  return <h1>{shareId}</h1>;
}
