namespace Lagebild.Web.SigningIn;

/// <summary>The bytes of a QR code: data in blocks, each with its error correction (Reed-Solomon over GF(256), 0x11D), interleaved.</summary>
internal static class QrBlocks
{
    // Level M, versions 1 to 10: all bytes, correction bytes of a block, blocks.
    private static readonly (int All, int Correction, int Blocks)[] Levels =
        [(26, 10, 1), (44, 16, 1), (70, 26, 1), (100, 18, 2), (134, 24, 2), (172, 16, 4), (196, 18, 4), (242, 22, 4), (292, 22, 5), (346, 26, 5)];

    /// <summary>The smallest version that holds so many bytes.</summary>
    public static int VersionFor(int length)
    {
        var version = 1 + Array.FindIndex(Levels, l => Data(l) >= length + (Array.IndexOf(Levels, l) < 9 ? 2 : 3));
        return version > 0 ? version : throw new ArgumentException("Too long for a QR code up to version 10.", nameof(length));
    }

    /// <summary>All bytes in the order they are drawn.</summary>
    public static byte[] Of(byte[] text, int version)
    {
        var level = Levels[version - 1];
        byte[][] blocks = [.. Split(Padded(text, version), level.Blocks)];
        return [.. Interleaved(blocks), .. Interleaved([.. blocks.Select(b => Correction(b, level.Correction))])];
    }

    /// <summary>The correction bytes of a block.</summary>
    public static byte[] Correction(byte[] block, int count)
    {
        var generator = Generator(count);
        var rest = new byte[block.Length + count];
        block.CopyTo(rest, 0);
        for (var i = 0; i < block.Length; i++)
        {
            var factor = rest[i];
            for (var j = 0; j <= count; j++)
            {
                rest[i + j] ^= Product(generator[j], factor);
            }
        }

        return rest[block.Length..];
    }

    private static int Data((int All, int Correction, int Blocks) level) => level.All - (level.Correction * level.Blocks);

    /// <summary>Mode, length, text, end, and padding to the whole length.</summary>
    private static byte[] Padded(byte[] text, int version)
    {
        var length = version < 10 ? new byte[] { (byte)text.Length } : [(byte)(text.Length >> 8), (byte)text.Length];
        byte[] bytes = [.. length, .. text];
        var data = new byte[Data(Levels[version - 1])];
        data[0] = 0x40;
        for (var i = 0; i < bytes.Length; i++)
        {
            data[i] |= (byte)(bytes[i] >> 4);
            data[i + 1] |= (byte)(bytes[i] << 4);
        }

        for (var i = bytes.Length + 1; i < data.Length; i++)
        {
            data[i] = (byte)((i - bytes.Length) % 2 == 1 ? 0xEC : 0x11);
        }

        return data;
    }

    /// <summary>Blocks of one length, the last ones one byte longer where it does not divide.</summary>
    private static IEnumerable<byte[]> Split(byte[] data, int blocks)
    {
        var at = 0;
        for (var block = 0; block < blocks; block++)
        {
            var length = (data.Length / blocks) + (block >= blocks - (data.Length % blocks) ? 1 : 0);
            yield return data[at..(at + length)];
            at += length;
        }
    }

    private static IEnumerable<byte> Interleaved(byte[][] blocks) =>
        from i in Enumerable.Range(0, blocks.Max(b => b.Length))
        from block in blocks
        where i < block.Length
        select block[i];

    /// <summary>The product of (x - 2^i), highest power first.</summary>
    private static byte[] Generator(int count)
    {
        byte[] product = [1];
        byte root = 1;
        for (var i = 0; i < count; i++)
        {
            byte[] shifted = [.. product, 0];
            for (var j = 0; j < product.Length; j++)
            {
                shifted[j + 1] ^= Product(product[j], root);
            }

            (product, root) = (shifted, Product(root, 2));
        }

        return product;
    }

    private static byte Product(byte a, byte b)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= (b >> bit & 1) * a;
        }

        return (byte)product;
    }
}
