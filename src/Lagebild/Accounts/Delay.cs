using System.Security.Cryptography;
using System.Text;

namespace Lagebild.Accounts;

/// <summary>How long to wait after failed attempts to sign in: nothing at first, then a minute, doubled with each, at most an hour.</summary>
public static class Delay
{
    /// <summary>Attempts with one name before the first wait.</summary>
    public const int FreeByName = 5;

    /// <summary>Attempts from one address, with whatever names, before the first wait.</summary>
    public const int FreeByAddress = 20;

    /// <summary>After so many in a row with one name its password is no longer tried: SP 800-63B-4, 3.2.2.</summary>
    public const int Most = 100;

    /// <summary>After this time without one, failures are forgotten, except those near <see cref="Most"/>.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>After so many failures in a row; null for none.</summary>
    public static TimeSpan? After(int failed, int free) => failed < free ? null : Shorter(TimeSpan.FromMinutes(Math.Pow(2, Math.Min(failed - free, 10))));

    /// <summary>What failures with a name are counted by: it says whether there is an account as little as the page does.</summary>
    public static string OfName(string mail) => Hash($"name {Account.Normal(mail)}");

    /// <summary>What failures from an address are counted by.</summary>
    public static string OfAddress(string address) => Hash($"address {address}");

    private static TimeSpan Shorter(TimeSpan time) => time < Longest ? time : Longest;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
