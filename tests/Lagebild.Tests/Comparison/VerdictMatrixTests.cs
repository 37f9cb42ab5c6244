namespace Lagebild.Tests.Comparison;

public sealed class VerdictMatrixTests
{
    [Test]
    public void The_matrix_in_the_documents_is_what_the_rules_say()
    {
        TestContext.Out.Write(VerdictMatrix.Text);

        Assert.That(VerdictMatrix.Written, Is.EqualTo(VerdictMatrix.Text));
    }
}
