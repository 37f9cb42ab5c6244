using Lagebild.Storage;

namespace Lagebild.Jobs;

/// <summary>The job of the orders: releases what was set for a minute that has come, also one missed while no program ran. Several programs may run it at once.</summary>
public sealed class PublishDue(OrderStore orders, ReleaseStore releases)
{
    /// <summary>
    /// Carries out every open order whose minute has come, by their minutes; gives the number of releases. An order that cannot be carried out ends as failed and
    /// keeps none of the others; a fault of ours or of the database leaves it open for the next run and is thrown on once the others had their turn.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (released, faults) = (0, new List<Exception>());
        foreach (var order in await orders.DueAsync(cancellation))
        {
            try
            {
                released += await releases.PublishOrderAsync(order.Id, cancellation) is { Outcome: PublicationOutcome.Released } ? 1 : 0;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults.Add(fault);
            }
        }

        return faults.Count == 0 ? released : throw new AggregateException(faults);
    }
}
