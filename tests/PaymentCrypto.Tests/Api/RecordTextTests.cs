using System.Reflection;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Constraints;
using PaymentCrypto.Api.Validation;

namespace PaymentCrypto.Tests.Api;

/// <summary>What a record says of itself in a log, a string or a debugger: never a PAN, PIN block, track, MAC or key.</summary>
public sealed class RecordTextTests
{
    private const string Secret = "5413330089010434";

    [Fact]
    public void No_record_with_a_sensitive_member_shows_it()
    {
        Type[] records = [.. typeof(ApiRequest).Assembly.GetExportedTypes().Where(type =>
            !type.IsAbstract && type.GetProperties().Any(property => property.IsDefined(typeof(SensitiveAttribute))))];
        Assert.True(records.Length > 60, $"Only {records.Length} records have a sensitive member.");
        Assert.All(records, type =>
        {
            object record = Activator.CreateInstance(type)!;
            foreach (PropertyInfo property in type.GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite))
            {
                property.SetValue(record, Secret);
            }

            Assert.DoesNotContain(Secret, record.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_sensitive_member_of_the_data_plane_that_is_wrong_is_named_and_not_shown()
    {
        ValidationException error = Assert.Throws<ValidationException>(() => RequestValidator.Validate(
            new VerifyCardValidationDataRequest
            {
                KeyIdentifier = "alias/a",
                PrimaryAccountNumber = Secret + "x",
                ValidationData = "12x",
                VerificationAttributes = new() { CardVerificationValue2 = new() { CardExpiryDate = "12-5" } }
            }));
        Assert.Equal(["primaryAccountNumber", "verificationAttributes.cardVerificationValue2.cardExpiryDate", "validationData"],
            error.FieldList.Select(field => field.Path));
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("12x", error.Message, StringComparison.Ordinal);
        Assert.All(error.FieldList, field => Assert.Contains(field.Message, error.Message, StringComparison.Ordinal));
    }
}
