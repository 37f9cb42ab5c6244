using System.Collections.Concurrent;
using Lagebild.Accounts;
using Lagebild.Jobs;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>Makes previews anew that another release of their feed overtook: one at a time for each delivery, longer than a request where need be.</summary>
public sealed class DraftRenewals(RenewPreview renew, ILogger<DraftRenewals> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, Task> _running = new();

    /// <summary>True once it is done; false while it goes on. A fault is logged, and the next request tries again.</summary>
    public async Task<bool> RenewAsync(long delivery)
    {
        var work = _running.GetOrAdd(delivery, id => Task.Run(() => RunAsync(id)));
        return await Task.WhenAny(work, Task.Delay(Patience)) == work;
    }

    /// <summary>Whether it goes on at the moment, in this program.</summary>
    public bool IsRunning(long delivery) => _running.ContainsKey(delivery);

    private async Task RunAsync(long delivery)
    {
        try
        {
            await renew.RunAsync(delivery, Who.Program, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // It was released or withdrawn meanwhile: the page says so.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Failed(log, delivery, fault);
        }
        finally
        {
            _running.TryRemove(delivery, out _);
        }
    }

    private static readonly Action<ILogger, long, Exception?> Failed =
        LoggerMessage.Define<long>(LogLevel.Error, new EventId(1, "preview"), "The preview of delivery {Delivery} could not be made anew.");
}
