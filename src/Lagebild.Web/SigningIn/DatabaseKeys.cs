using System.Xml.Linq;
using Lagebild.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Lagebild.Web.SigningIn;

/// <summary>Keys of data protection in the database: cookies outlive a restart and are read by every node.</summary>
internal sealed class DatabaseKeys(ProtectionKeyStore keys) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
