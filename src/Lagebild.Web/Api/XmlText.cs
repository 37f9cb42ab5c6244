using System.Xml;
using System.Xml.Linq;

namespace Lagebild.Web.Api;

/// <summary>XML as it is sent: UTF-8 without byte order mark.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings _settings = new() { Indent = true, Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public static byte[] Of(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, _settings))
        {
            document.Save(writer);
        }

        return bytes.ToArray();
    }
}
