using Lagebild.Accounts;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>Who has an account in the regions of an administrator.</summary>
public sealed class PeopleModel(AccountStore accounts, FeedStore feeds, Desk desk, Reading reading) : PeoplePage(accounts, feeds, desk, reading)
{
    private IReadOnlyDictionary<long, AccountState> _states = new Dictionary<long, AccountState>();

    /// <summary>By name.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        People = [.. (await Accounts.AllAsync(ct)).Where(Reach.Sees)];
        _states = await Accounts.StatesAsync(ct);
    }

    /// <summary>How an account stands, in words.</summary>
    public string State(Person person) => Reading.StateWords(_states[person.Id]);
}
